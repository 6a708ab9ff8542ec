import { createMemoryHistory } from 'history';
import { createScopedHistory, isWithin } from './scoped_history';

function open(address: string) {
  const parent = createMemoryHistory({ initialEntries: [address] });
  return { parent, history: createScopedHistory(parent, '/app/ml-models') };
}

test('shows the application’s own part of the address; its root is empty', () => {
  expect(open('/app/ml-models?x=1').history.location).toMatchObject({
    pathname: '',
    search: '?x=1',
  });
  expect(open('/app/ml-models/models/abc').history.location.pathname).toBe('/models/abc');
});

test('goes to places within the application', () => {
  const { parent, history } = open('/app/ml-models');
  history.push('/models/abc?tab=map');
  expect(parent.location).toMatchObject({
    pathname: '/app/ml-models/models/abc',
    search: '?tab=map',
  });
  history.replace({ pathname: '/', search: '?from=25' });
  expect(parent.location).toMatchObject({ pathname: '/app/ml-models/', search: '?from=25' });
  expect(history.createHref({ pathname: '/models/x', search: '?a=b' })).toBe(
    '/app/ml-models/models/x?a=b'
  );
});

test('tells of changes within the application only, and is of no use after it was left', () => {
  const { parent, history } = open('/app/ml-models');
  const seen: string[] = [];
  history.listen(({ pathname }) => seen.push(pathname));
  history.push('/models/abc');
  parent.push('/app/home');
  parent.push('/app/ml-models/models/def');
  expect(seen).toEqual(['/models/abc']);
  expect(() => history.location).toThrow('after it had been left');
});

test('an application whose name another one begins with is another', () => {
  expect(isWithin('/app/ml-models-2', '/app/ml-models')).toBe(false);
  expect(isWithin('/app/ml-models/', '/app/ml-models')).toBe(true);
});
