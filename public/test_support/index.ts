export { FakeServer, httpError, networkError, pending } from './fake_server';
export * from './fixtures';
export { aGraph, aModelAnswer } from './graph_fixtures';
export { fakeCore, renderApplication } from './render_application';
