import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from './error_boundary';

it('keeps the rest of the page where a part fails, says why, and draws it anew on Retry', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const Part = () => {
    if (isBroken) throw new Error('No such field');
    return <p>The part</p>;
  };
  render(
    <>
      <p>The rest</p>
      <ErrorBoundary
        instead={(error, retry) => (
          <button onClick={retry}>Retry after {error instanceof Error ? error.message : ''}</button>
        )}
      >
        <Part />
      </ErrorBoundary>
    </>
  );
  screen.getByText('The rest');
  isBroken = false;
  await userEvent.setup().click(screen.getByRole('button', { name: 'Retry after No such field' }));
  screen.getByText('The part');
});
