import React, { useState } from 'react';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPortal } from 'react-dom';
import { KeepFocus } from './keep_focus';

const user = userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });

/** A page with a part in which something can go away, and a dialog at the end of the document. */
function Page() {
  const [isThere, setThere] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [isDialogOpen, setDialogOpen] = useState(false);
  const [page, setPage] = useState('list');
  return (
    <KeepFocus>
      {page === 'list' ? (
        <main key="list" tabIndex={-1} data-test-subj="list">
          <section tabIndex={-1} data-test-subj="part">
            {isThere && <button onClick={() => setDialogOpen(true)}>Delete row</button>}
            <button disabled={isBusy} onClick={() => setBusy(true)}>
              Load
            </button>
          </section>
          <button onClick={() => setPage('other')}>Go</button>
        </main>
      ) : (
        <main key="other" tabIndex={-1} data-test-subj="other" />
      )}
      <p>words</p>
      {isDialogOpen &&
        createPortal(
          <button
            onClick={() => {
              setDialogOpen(false);
              setThere(false);
            }}
          >
            Yes
          </button>,
          document.body
        )}
      {isBusy && createPortal(<button onClick={() => setBusy(false)}>Ready</button>, document.body)}
    </KeepFocus>
  );
}

async function press(name: string) {
  button(name).focus();
  await user.keyboard('{Enter}');
}

beforeEach(() => {
  render(<Page />);
});

/** As browsers do to what is disabled; jsdom doesn't. */
function takeFocusAway() {
  const other = document.body.appendChild(document.createElement('button'));
  other.focus();
  other.remove();
}

const hasFocus = (subject: string) =>
  waitFor(() => expect(screen.getByTestId(subject)).toHaveFocus());

it('gives the focus to the part in which a dialog was opened from what is gone', async () => {
  await press('Delete row');
  await press('Yes');
  await hasFocus('part');
});

it('gives it to the next page where the link to it went with the last one', async () => {
  await press('Go');
  await hasFocus('other');
});

it('lends it to the part around a button that is disabled, until it can be pressed again', async () => {
  await press('Load');
  takeFocusAway();
  await hasFocus('part');
  fireEvent.click(button('Ready'));
  await waitFor(() => expect(button('Load')).toHaveFocus());
});

it('leaves it alone where somebody clicks beside everything', async () => {
  button('Load').focus();
  await user.click(screen.getByText('words'));
  document.body.append(document.createElement('i'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(document.body).toHaveFocus();
});
