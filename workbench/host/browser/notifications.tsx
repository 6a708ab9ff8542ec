import React from 'react';
import type { ComponentProps } from 'react';
import { EuiGlobalToastList } from '@elastic/eui';
import type { CoreStart } from '../../../public/platform/types';
import { createStore, useStore } from './store';
import type { Store } from './store';

type Toast = NonNullable<ComponentProps<typeof EuiGlobalToastList>['toasts']>[number];

/** How long the platform shows a toast of each kind, in ms. */
const SUCCESS_TIME = 5_000;
const ERROR_TIME = 300_000;

export interface Notifications {
  toasts: CoreStart['notifications']['toasts'];
  shown: Store<Toast[]>;
}

export function createNotifications(): Notifications {
  const shown = createStore<Toast[]>([]);
  let count = 0;
  const add = (toast: Omit<Toast, 'id'>): Toast => {
    count += 1;
    const added = { ...toast, id: String(count) } as Toast;
    shown.set([...shown.get(), added]);
    return added;
  };
  return {
    shown,
    toasts: {
      addSuccess: (toast) =>
        add({
          ...(typeof toast === 'string' ? { title: toast } : toast),
          color: 'success',
          iconType: 'check',
          toastLifeTimeMs: SUCCESS_TIME,
        }),
      addWarning: (toast) =>
        add({
          ...(typeof toast === 'string' ? { title: toast } : toast),
          color: 'warning',
          iconType: 'help',
          toastLifeTimeMs: ERROR_TIME,
        }),
      addError: (error, { title, toastMessage }) =>
        add({
          title,
          text: toastMessage ?? error.message,
          color: 'danger',
          iconType: 'alert',
          toastLifeTimeMs: ERROR_TIME,
        }),
    },
  };
}

export function Toasts({ shown }: { shown: Store<Toast[]> }) {
  return (
    <EuiGlobalToastList
      data-test-subj="globalToastList"
      toasts={useStore(shown)}
      toastLifeTimeMs={SUCCESS_TIME}
      dismissToast={({ id }) => shown.set(shown.get().filter((toast) => toast.id !== id))}
    />
  );
}
