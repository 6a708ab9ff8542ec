export { ModelPage } from './model_page';
