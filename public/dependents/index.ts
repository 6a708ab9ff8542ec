export { CappedList } from './capped_list';
export { CoverageDetail } from './coverage_detail';
export { danglingKey, DanglingReferences } from './dangling';
export { DependentsByKind } from './dependents_by_kind';
export { ImpactSummary } from './impact_summary';
export { kindCount, kindName, kindPlural } from './kind_words';
export { Definition, DependencyMap, ShowMap, useDefinition } from './map';
export { NotCheckedCallout } from './not_checked_callout';
