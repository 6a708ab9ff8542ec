import React from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** How many are shown at first, and how many more each time. */
export const STEP = 50;

interface Props {
  all: number;
  shown: number;
  onShow(shown: number): void;
}

/** Under a part of a list: how many more there are, and the way to them. Nothing under all of it. */
export function ShowMore({ all, shown, onShow }: Props) {
  const more = all - shown;
  if (more <= 0) return null;
  return (
    <EuiButtonEmpty size="xs" flush="left" onClick={() => onShow(shown + STEP)}>
      {i18n.translate('mlModels.cappedList.more', {
        defaultMessage: 'And {more} more. Show the next {step}',
        values: { more, step: Math.min(more, STEP) },
      })}
    </EuiButtonEmpty>
  );
}
