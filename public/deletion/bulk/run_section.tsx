import React from 'react';
import type { ReactNode } from 'react';
import { EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Model } from '../../../common/models/model';
import { formatList } from '../../components/format_list';

interface RunSectionProps {
  /** How many models are in it, and what happens to them. */
  title: string;
  children: ReactNode;
  'data-test-subj': string;
}

/** Models of a run to which the same happens. */
export function RunSection({ title, children, ...rest }: RunSectionProps) {
  return (
    <section {...rest}>
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>{title}</h3>
      </EuiTitle>
      {children}
    </section>
  );
}

/** A model by its name, version and id: names alone are not unique. */
export function ModelTitle({ model: { id, name, version } }: { model: Model }) {
  return (
    <span className="eui-textBreakWord">
      <strong>{name}</strong>{' '}
      {i18n.translate('mlModels.deleteMany.versionAndId', {
        defaultMessage: '· version {version} · {id}',
        values: { version, id },
      })}
    </span>
  );
}

/** Gives the name of a model of the selection. */
export type NameOf = (modelId: string) => string;

/** “one”, “another” */
export function namesText(modelIds: readonly string[], nameOf: NameOf): string {
  return formatList(
    modelIds.map((id) =>
      i18n.translate('mlModels.deleteMany.quoted', {
        defaultMessage: '“{name}”',
        values: { name: nameOf(id) },
      })
    )
  );
}
