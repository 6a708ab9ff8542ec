export { ClusterWords } from './cluster_words';
export { csvText } from './csv';
export { SaidWords } from './said_words';
export type { Said } from './said_words';
export { saveFile, saveText } from './save_file';
export { TimeAgo } from './time_ago';
export { timeAgo } from './time_words';
export { missingPermissionWords } from './missing_permission_words';
export { NotPermitted } from './not_permitted';
