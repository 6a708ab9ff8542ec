import '@testing-library/jest-dom';
import { configure as configureDom } from '@testing-library/dom';
import { configure, getConfig } from '@testing-library/react';

configure({ testIdAttribute: 'data-test-subj' });
// user-event fires through this copy of testing-library, which for React 16 is another one
const { asyncWrapper, eventWrapper } = getConfig();
configureDom({ asyncWrapper, eventWrapper });

// OUI depends on it by a folder of its own, which npm doesn't install for a dependency
jest.mock(
  '@opensearch/datemath',
  () => jest.requireActual('../../node_modules/@elastic/eui/packages/opensearch-datemath'),
  { virtual: true }
);
