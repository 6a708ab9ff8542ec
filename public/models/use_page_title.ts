import { useEffect } from 'react';
import { i18n } from '@osd/i18n';
import { useHistory } from 'react-router-dom';
import { isPlainClick } from '../components';
import { useAddresses, useServices } from '../services';

/** Says where the page is: "Models › minilm-l6", the first of which leads back to the list. */
export function usePageTitle(name: string): void {
  const { core } = useServices();
  const { list } = useAddresses();
  const history = useHistory();
  useEffect(() => {
    const models = i18n.translate('mlModels.page.title', { defaultMessage: 'Models' });
    core.chrome.setBreadcrumbs([
      {
        text: models,
        href: history.createHref(list),
        onClick: (event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          history.push(list);
        },
      },
      { text: name },
    ]);
    core.chrome.docTitle.change(`${name} - ${models}`);
  }, [core, history, list, name]);
}
