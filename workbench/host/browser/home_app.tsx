import React from 'react';
import ReactDom from 'react-dom';
import { EuiEmptyPrompt, EuiLink, EuiPage, EuiPageBody } from '@elastic/eui';
import type { App } from '../../../public/platform/types';

/** A second application, so that the plugin's can be left and come back to. */
export function homeApp(firstApp: () => { title: string; href: string } | undefined): App {
  return {
    id: 'home',
    title: 'Home',
    order: -1,
    category: { id: 'workbench', label: 'Workbench', euiIconType: 'home' },
    async mount({ element }) {
      const link = firstApp();
      ReactDom.render(
        <EuiPage>
          <EuiPageBody component="main">
            <EuiEmptyPrompt
              iconType="logoOpenSearch"
              title={<h1>Workbench</h1>}
              body={<p>It runs the built plugin without OpenSearch Dashboards.</p>}
              actions={link && <EuiLink href={link.href}>{link.title}</EuiLink>}
            />
          </EuiPageBody>
        </EuiPage>,
        element
      );
      return () => {
        ReactDom.unmountComponentAtNode(element);
      };
    },
  };
}
