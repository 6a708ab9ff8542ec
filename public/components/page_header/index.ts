export { PageHeader } from './page_header';
