import type { ListState } from './list_state';
import type { ListQuery } from './use_models';

/** What the list's state asks the server for. */
export function listQuery(state: ListState): ListQuery {
  const search = state.search.trim();
  return {
    ...(search && { search }),
    ...(state.state.length > 0 && { state: state.state }),
    ...(state.function_name.length > 0 && { function_name: state.function_name }),
    ...(state.model_group_id.length > 0 && { model_group_id: state.model_group_id }),
    ...(state.usage && { usage: state.usage }),
    sort_field: state.sort_field,
    sort_order: state.sort_order,
    from: state.page * state.size,
    size: state.size,
  };
}
