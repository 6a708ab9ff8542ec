import React from 'react';
import type { ReactNode } from 'react';
import { EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { DanglingReferences } from '../../dependents/dangling_references';
import { ListPage, usePageTitle } from '../page_frame';
import { useDeletions } from '../use_deletions';
import { MostUsed } from './most_used';
import { UnusedModels } from './unused_models';

/** What can go from the whole cluster, what has broken already, and what to be careful with. */
export function CleanUpPage() {
  const { selection, deleteOne, deleteSelected, dialogs } = useDeletions();
  const title = i18n.translate('mlModels.cleanUp.title', { defaultMessage: 'Clean up' });
  usePageTitle(title);
  return (
    <ListPage open="cleanUp" label={title} dialogs={dialogs} data-test-subj="cleanUpPage">
      <EuiSpacer size="l" />
      <section tabIndex={-1} aria-label={unusedTitle()}>
        <Part
          title={unusedTitle()}
          meaning={i18n.translate('mlModels.cleanUp.unusedMeaning', {
            defaultMessage:
              'Nothing in the cluster calls for these. Those that nobody has deployed for the longest come first. Programs outside that call a model by its ID can’t be seen from here.',
          })}
        >
          <UnusedModels selection={selection} onDelete={deleteOne} onDeleteMany={deleteSelected} />
        </Part>
      </section>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.dangling', {
          defaultMessage: 'References to models that are gone',
        })}
        meaning={i18n.translate('mlModels.cleanUp.danglingMeaning', {
          defaultMessage:
            'These fail when they are used: the model was deleted under them, or there never was one of that ID.',
        })}
      >
        <DanglingReferences />
      </Part>
      <EuiSpacer size="l" />
      <Part
        title={i18n.translate('mlModels.cleanUp.mostUsed', {
          defaultMessage: 'Most used models',
        })}
        meaning={i18n.translate('mlModels.cleanUp.mostUsedMeaning', {
          defaultMessage: 'Be careful with these: the most depends on them.',
        })}
      >
        <MostUsed />
      </Part>
    </ListPage>
  );
}

function unusedTitle(): string {
  return i18n.translate('mlModels.cleanUp.unused', { defaultMessage: 'Unused models' });
}

interface Props {
  title: string;
  /** What stands in it, in a sentence or two. */
  meaning: string;
  children: ReactNode;
}

/** One part of the page. */
function Part({ title, meaning, children }: Props) {
  return (
    <EuiPanel hasBorder hasShadow={false}>
      <EuiTitle size="s">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>{meaning}</p>
      </EuiText>
      <EuiSpacer size="m" />
      {children}
    </EuiPanel>
  );
}
