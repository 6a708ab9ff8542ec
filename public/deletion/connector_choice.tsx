import React, { useState } from 'react';
import { EuiCheckbox, EuiText, htmlIdGenerator } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { judgeConnector } from '../../common/deletion/connector';
import type { Review } from '../../common/dependents/review';
import { formatList } from '../components/format_list';
import { Permitted } from '../components/permission_gate';

/** As many are named; the others are counted. */
const NAMED = 3;

interface ConnectorChoiceProps {
  /** Of the connectors that can go: that of one model, or those of many. */
  names: readonly string[];
  isChosen: boolean;
  onChoose(withConnector: boolean): void;
}

/** Whether connectors go too that nothing else uses. */
export function ConnectorChoice({ names, isChosen, onChoose }: ConnectorChoiceProps) {
  const [id] = useState(htmlIdGenerator('connector'));
  const label = choiceLabel(names);
  return (
    <Permitted action="delete_connector" label={label}>
      {(isForbidden) => (
        <EuiCheckbox
          id={id}
          data-test-subj="deleteModelConnector"
          label={<span className="eui-textBreakWord">{label}</span>}
          checked={isChosen}
          disabled={isForbidden}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
    </Permitted>
  );
}

function choiceLabel(names: readonly string[]): string {
  return names.length === 1
    ? i18n.translate('mlModels.delete.withConnector', {
        defaultMessage: 'Delete connector “{name}” too: nothing else uses it',
        values: { name: formatList(names) },
      })
    : i18n.translate('mlModels.delete.withConnectors', {
        defaultMessage:
          'Delete {count, plural, one {# connector} other {# connectors}} too that nothing else uses: {names}',
        values: { count: names.length, names: firstOf(names) },
      });
}

/** The first of some names, and how many more there are. */
function firstOf(names: readonly string[]): string {
  if (names.length <= NAMED) return formatList(names);
  const more = i18n.translate('mlModels.delete.moreNames', {
    defaultMessage: '{count, number} more',
    values: { count: names.length - NAMED },
  });
  return formatList([...names.slice(0, NAMED), more]);
}

/** Why the model's connector is not deleted; nothing where it can be, or there is none. */
export function ConnectorSentence({ review }: { review: Review }) {
  const text = whyKept(review);
  if (text === null) return null;
  return (
    <EuiText size="s" data-test-subj="deleteModelConnectorStays">
      <p className="eui-textBreakWord">{text}</p>
    </EuiText>
  );
}

function whyKept({ connector, coverage }: Review): string | null {
  if (!connector) return null;
  const { name, users } = connector;
  switch (judgeConnector(connector, coverage)) {
    case 'unused':
      return null;
    case 'in_use':
      return i18n.translate('mlModels.delete.connectorInUse', {
        defaultMessage: 'Connector “{name}” isn’t deleted. It is also used by {users}.',
        // versions of a group have one name
        values: { name, users: firstOf([...new Set(users?.map((user) => user.name))]) },
      });
    case 'not_checked':
      return i18n.translate('mlModels.delete.connectorNotChecked', {
        defaultMessage:
          'Connector “{name}” isn’t deleted: not everything that may use it could be checked.',
        values: { name },
      });
    case 'unread':
      return i18n.translate('mlModels.delete.connectorUnread', {
        defaultMessage: 'Connector “{name}” couldn’t be read and isn’t deleted.',
        values: { name },
      });
  }
}
