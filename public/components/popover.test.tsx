import React, { useState } from 'react';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EuiContextMenuItem, EuiContextMenuPanel, EuiModal } from '@elastic/eui';
import { Popover } from './popover';

const user = userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });

/** A dialog, which keeps the focus in itself, with a menu. */
function Page() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <EuiModal onClose={() => undefined}>
        <button>Cancel</button>
        <Popover
          aria-label="Menu"
          isOpen={isOpen}
          closePopover={close}
          button={<button onClick={() => setOpen(!isOpen)}>More</button>}
        >
          <EuiContextMenuPanel
            items={[
              <EuiContextMenuItem key="copy" onClick={close}>
                Copy
              </EuiContextMenuItem>,
            ]}
          />
        </Popover>
        <button>Delete</button>
      </EuiModal>
    </>
  );
}

const focused = () => document.activeElement as HTMLElement;

/** The menu has taken the focus, OUI's trap around it doesn't hold it yet. */
async function openMenu() {
  button('More').focus();
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('dialog', { name: 'Menu' })).toContainElement(focused())
  );
  button('Copy').focus();
}

/** Whatever OUI does to the focus once the popover is gone. */
const settled = () =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
  });

beforeEach(() => {
  render(<Page />);
});

it('gives the focus back to what opened it, however soon it is closed', async () => {
  await openMenu();
  await user.keyboard('{Escape}');
  await settled();
  expect(button('More')).toHaveFocus();
});

it('gives it back when something in it was chosen', async () => {
  await openMenu();
  await user.click(button('Copy'));
  await settled();
  expect(button('More')).toHaveFocus();
});

it('leaves it to what was clicked beside it', async () => {
  await openMenu();
  await user.click(button('Delete'));
  await settled();
  expect(button('Delete')).toHaveFocus();
});

it('takes no focus while it closes', async () => {
  await openMenu();
  const menu = screen.getByRole('dialog', { name: 'Menu' });
  expect(menu).not.toHaveAttribute('inert');
  await user.keyboard('{Escape}');
  // OUI keeps it in the page for its transition, and may focus its content even then
  expect(menu).toBeInTheDocument();
  expect(menu).toHaveAttribute('inert');
  await settled();
  expect(menu).not.toBeInTheDocument();
});
