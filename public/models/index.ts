export { CleanUpPage } from './clean_up';
export { ModelsPage } from './models_page';
export { ModelPage } from './page';
