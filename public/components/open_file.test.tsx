import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OpenFile } from './open_file';

const user = userEvent.setup();
const opened: string[] = [];

beforeEach(() => {
  opened.length = 0;
  render(
    <OpenFile
      label="Open a list"
      wrongText="The file isn’t a list."
      onOpen={(text) => text.startsWith('[') && opened.push(text) > 0}
      data-test-subj="openList"
    />
  );
});

afterEach(() => jest.restoreAllMocks());

const choose = (text: string) =>
  user.upload(
    screen.getByTestId('openListFile'),
    new File([text], 'list.json', { type: 'application/json' })
  );

it('says that a file is none of those, until one is', async () => {
  await choose('{}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The file isn’t a list.');
  await choose('[1]');
  expect(opened).toEqual(['[1]']);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('opens the same file again', async () => {
  await choose('[1]');
  await choose('[1]');
  expect(opened).toEqual(['[1]', '[1]']);
  // a browser fires no event for a field that has the file already
  expect(screen.getByTestId('openListFile')).toHaveValue('');
});

it('says that a file can’t be read, and not that it is another', async () => {
  jest.spyOn(FileReader.prototype, 'readAsText').mockImplementation(function (this: FileReader) {
    this.dispatchEvent(new ProgressEvent('error'));
  });
  await choose('[1]');
  expect(await screen.findByRole('alert')).toHaveTextContent('Couldn’t read the file.');
});
