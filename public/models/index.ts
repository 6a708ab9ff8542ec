export { ModelsPage } from './models_page';
