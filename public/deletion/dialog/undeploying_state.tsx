import React from 'react';
import { EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { stateWords } from '../../models/state_words';
import { GIVE_UP_AFTER_MS, MAX_ATTEMPTS } from '../state';
import type { UndeployingView } from '../state';
import { HoldingNodes } from './holding_nodes';

/** How far the undeploy has come: which attempt it is, what was read last, and where it ends. */
export function UndeployingState({ view }: { view: UndeployingView }) {
  const { attempt, waitedMs, last } = view;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiProgress size="xs" color="primary" />
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="deleteModelUndeploying">
        {/* not the seconds, which would be read out all the time */}
        <div role="status">
          {attempt > 1 && (
            <p>
              {i18n.translate('mlModels.undeploy.attempt', {
                defaultMessage:
                  'It was deployed again before it could be deleted: attempt {attempt} of {max}.',
                values: { attempt, max: MAX_ATTEMPTS },
              })}
            </p>
          )}
          {last && (
            <p>
              {i18n.translate('mlModels.undeploy.stateNow', {
                defaultMessage: 'State: {state}.',
                values: { state: stateWords(last.state) },
              })}
            </p>
          )}
          {last && <HoldingNodes nodes={last.nodes} />}
        </div>
        {last && (
          <p>
            {i18n.translate('mlModels.undeploy.waited', {
              defaultMessage: '{waited} s so far; it is given up after {max} s.',
              values: { waited: Math.round(waitedMs / 1000), max: GIVE_UP_AFTER_MS / 1000 },
            })}
          </p>
        )}
      </EuiText>
    </>
  );
}
