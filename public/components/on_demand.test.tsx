import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onDemand } from './on_demand';

const user = userEvent.setup();

/** A part whose code comes when the test says so: each load waits for its turn. */
function makePart() {
  const loads: Array<{ succeed(): void; fail(): void }> = [];
  const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
  const Part = onDemand<{ name: string }>(
    () =>
      new Promise((resolve, reject) =>
        loads.push({
          succeed: () => resolve(Greeting),
          fail: () => reject(new Error('Loading chunk 7 failed.')),
        })
      ),
    {
      loading: () => <p>Wait</p>,
      failed: ({ name }, { error, retry }) => (
        <>
          <p>
            Not for {name}: {error.message}
          </p>
          <button onClick={retry}>Retry</button>
        </>
      ),
    }
  );
  return { Part, loads };
}

it('waits for its code, and draws at once what was loaded before', async () => {
  const { Part, loads } = makePart();
  const first = render(<Part name="Ada" />);
  screen.getByText('Wait');
  loads[0]?.succeed();
  await screen.findByText('Hello Ada');
  first.unmount();

  render(<Part name="Grace" />);
  screen.getByText('Hello Grace');
  expect(loads).toHaveLength(1);
});

it('says that its code could not be loaded, with the cause, and loads it on Retry', async () => {
  const { Part, loads } = makePart();
  render(<Part name="Ada" />);
  loads[0]?.fail();
  await screen.findByText(/Not for Ada: .*reload the page.*Loading chunk 7 failed\./);

  await user.click(screen.getByRole('button', { name: 'Retry' }));
  screen.getByText('Wait');
  loads[1]?.fail();
  await screen.findByText(/Loading chunk 7 failed\./);

  await user.click(screen.getByRole('button', { name: 'Retry' }));
  loads[2]?.succeed();
  await screen.findByText('Hello Ada');
});

it('tries again when it is drawn where loading it ahead failed', async () => {
  const { Part, loads } = makePart();
  Part.preload();
  loads[0]?.fail();
  render(<Part name="Ada" />);
  loads[1]?.succeed();
  await screen.findByText('Hello Ada');
});
