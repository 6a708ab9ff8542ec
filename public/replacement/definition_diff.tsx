import React from 'react';
import { EuiCodeBlock } from '@elastic/eui';
import { diffArrays } from 'diff';
import { i18n } from '@osd/i18n';

/** Lines around a change that say where it is. */
const CONTEXT = 3;
/** As many lines may differ before both texts are shown whole: to match more takes seconds. */
const MOST_CHANGES = 2_000;

/** Lines that are the same: all of a few, else those next to what differs. */
function sameLines(lines: readonly string[], isFirst: boolean, isLast: boolean): string[] {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  if (lines.length <= head + tail + 1) return lines.map((line) => `  ${line}`);
  return [
    ...lines.slice(0, head).map((line) => `  ${line}`),
    '  …',
    ...lines.slice(lines.length - tail).map((line) => `  ${line}`),
  ];
}

/**
 * Two definitions as a text of lines that differ, each with some lines around it: `-` before a line
 * as it is, `+` before one as it would be.
 */
export function diffText(before: unknown, after: unknown): string {
  const [old = [], now = []] = [before, after].map((one) =>
    JSON.stringify(one, null, 2).split('\n')
  );
  const parts = diffArrays(old, now, { maxEditLength: MOST_CHANGES }) ?? [
    { value: old, added: false, removed: true },
    { value: now, added: true, removed: false },
  ];
  const lines = parts.flatMap(({ value, added, removed }, at) =>
    added || removed
      ? value.map((line) => `${added ? '+' : '-'} ${line}`)
      : sameLines(value, at === 0, at === parts.length - 1)
  );
  return lines.join('\n');
}

interface Props {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What changes in a definition; that it is not shown where all of it may be secret. */
export function DefinitionDiff({ before, after }: Props) {
  const isWithheld = JSON.stringify(before) === JSON.stringify(after);
  return (
    <EuiCodeBlock
      language="text"
      fontSize="s"
      paddingSize="s"
      overflowHeight={360}
      isCopyable
      data-test-subj="definitionDiff"
    >
      {isWithheld
        ? i18n.translate('mlModels.plan.withheld', {
            defaultMessage: 'The ID is in a part that may have a secret and is not shown.',
          })
        : diffText(before, after)}
    </EuiCodeBlock>
  );
}
