export { CleanUpPage } from './clean_up_page';
