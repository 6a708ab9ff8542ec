import { readCommandLine, UsageError } from './command_line';
import { readEnvironment } from './environment';

describe('command line', () => {
  test('has defaults for everything', () => {
    expect(readCommandLine([])).toEqual({ fresh: false, react: 18, opensearch: undefined });
  });

  test('takes what it is given', () => {
    const args = ['--fresh', '--react', '16', '--opensearch=2.19.6'];
    expect(readCommandLine(args)).toEqual({ fresh: true, react: 16, opensearch: '2.19.6' });
  });

  test('is told to explain itself', () => {
    expect(readCommandLine(['--help'])).toBeUndefined();
  });

  test.each([['--react', '17'], ['--opensearch', '3.0.0'], ['--nope'], ['fresh'], ['--react']])(
    'refuses %s %s',
    (...args) => {
      expect(() => readCommandLine(args)).toThrow(UsageError);
    }
  );
});

describe('environment', () => {
  test('what is empty is not set', () => {
    expect(readEnvironment({ PORT: '', OPENSEARCH_URL: '' })).toEqual({});
  });

  test('reads ports, address and user', () => {
    const variables = {
      PORT: '5602',
      OPENSEARCH_PORT: '9201',
      OPENSEARCH_URL: 'https://127.0.0.1:9200',
      OPENSEARCH_DATA_SOURCES:
        'Search=http://127.0.0.1:9202,Logs of 2024=http://127.0.0.1:9203?a=b',
      OPENSEARCH_USERNAME: 'admin',
      OPENSEARCH_PASSWORD: 'secret',
    };
    expect(readEnvironment(variables)).toEqual({
      port: 5602,
      opensearchPort: 9201,
      opensearchUrl: 'https://127.0.0.1:9200',
      dataSources: [
        { title: 'Search', opensearchUrl: 'http://127.0.0.1:9202' },
        { title: 'Logs of 2024', opensearchUrl: 'http://127.0.0.1:9203?a=b' },
      ],
      username: 'admin',
      password: 'secret',
    });
  });

  test.each([
    { PORT: '70000' },
    { OPENSEARCH_PORT: 'x' },
    { OPENSEARCH_URL: '127.0.0.1:9200' },
    { OPENSEARCH_URL: 'ftp://127.0.0.1' },
    { OPENSEARCH_DATA_SOURCES: 'http://127.0.0.1:9202' },
    { OPENSEARCH_DATA_SOURCES: 'Search=127.0.0.1:9202' },
    { OPENSEARCH_CA: '/nothing/there.pem' },
  ])('refuses %j', (variables) => {
    expect(() => readEnvironment(variables)).toThrow(Object.keys(variables)[0]);
  });
});
