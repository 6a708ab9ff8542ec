import { type ApiClient, createApi } from '../../public/api/client';
import { type Sender, sendRaw } from './plugin_api';

/** The plugin's client as a page has it, on the workbench. */
export function pageApi(sender: Sender = {}): ApiClient {
  return createApi({
    basePath: { prepend: (path) => path },
    async fetch(path, { method, query = {}, body: sent }) {
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([key, value]) =>
          [value].flat().map((one) => [key, String(one)])
        )
      );
      const { status, body } = await sendRaw(method, `${path}?${search}`, {
        body: sent,
        ...sender,
      });
      if (status === 200) return body;
      throw Object.assign(new Error(String(status)), { body, response: { status } });
    },
  });
}
