export { ChosenDataSource } from './chosen_data_source';
export { unusableWords } from './unusable_words';
