export { ModelsPage } from './models_page';
export { ModelPage } from './page';
