export { FakeServer, httpError, networkError, pending } from './fake_server';
export * from './fixtures';
export { aGraph, aModelAnswer } from './graph_fixtures';
export { withPlatformHeader } from './platform_header';
export { fakeCore, renderApplication, renderOn } from './render_application';
