import React from 'react';
import { EuiCodeBlock } from '@elastic/eui';
import { i18n } from '@osd/i18n';

/** Lines around a change that say where it is. */
const CONTEXT = 3;

/**
 * Two definitions as a text of lines that differ, each with some lines around it: `-` before a line
 * as it is, `+` before one as it would be. Where they have not the same lines, both are whole.
 */
export function diffText(before: unknown, after: unknown): string {
  const [old, now] = [before, after].map((one) => JSON.stringify(one, null, 2).split('\n'));
  if (!old || !now) return '';
  if (old.length !== now.length) {
    return [...old.map((line) => `- ${line}`), ...now.map((line) => `+ ${line}`)].join('\n');
  }
  const isShown = (at: number) => {
    for (let near = at - CONTEXT; near <= at + CONTEXT; near += 1) {
      if (old[near] !== now[near]) return true;
    }
    return false;
  };
  const lines: string[] = [];
  let wasShown = true;
  old.forEach((line, at) => {
    if (!isShown(at)) {
      if (wasShown) lines.push('  …');
      wasShown = false;
      return;
    }
    wasShown = true;
    if (line === now[at]) lines.push(`  ${line}`);
    else lines.push(`- ${line}`, `+ ${now[at] ?? ''}`);
  });
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
