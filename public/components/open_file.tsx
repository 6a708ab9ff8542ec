import React, { useRef, useState } from 'react';
import { EuiButton, EuiButtonEmpty, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';

interface OpenFileProps {
  label: string;
  /** That a file is not one of those that can be opened here. */
  wrongText: string;
  /** Takes the text of a file; false where it isn't one that can be opened here. */
  onOpen(text: string): boolean;
  /** Among other buttons of which none is the first thing to do. */
  isEmpty?: boolean;
  /** Of the button; the field that takes the file has it with `File` after it. */
  'data-test-subj': string;
}

/** A button that opens a JSON file of the admin's computer, and says why one can't be opened. */
export function OpenFile({ label, wrongText, onOpen, isEmpty = false, ...rest }: OpenFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (file: File | undefined) => {
    setProblem(null);
    if (!file) return;
    let text: string;
    try {
      text = await readText(file);
    } catch {
      return setProblem(unreadableText());
    }
    if (!onOpen(text)) setProblem(wrongText);
  };
  const button = {
    size: 's',
    iconType: 'importAction',
    onClick: () => input.current?.click(),
    'data-test-subj': rest['data-test-subj'],
  } as const;
  return (
    <div>
      {isEmpty ? (
        <EuiButtonEmpty {...button}>{label}</EuiButtonEmpty>
      ) : (
        <EuiButton {...button}>{label}</EuiButton>
      )}
      {/* what the button opens: OUI's own field is too pale to read */}
      <input
        ref={input}
        hidden
        type="file"
        accept=".json"
        onChange={({ target }) => {
          const [file] = Array.from(target.files ?? []);
          // so that the same file can be chosen again
          target.value = '';
          void open(file);
        }}
        data-test-subj={`${rest['data-test-subj']}File`}
      />
      {problem !== null && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut size="s" role="alert" color="danger" iconType="alert" title={problem} />
        </>
      )}
    </div>
  );
}

function unreadableText(): string {
  return i18n.translate('mlModels.openFile.failed', { defaultMessage: 'Couldn’t read the file.' });
}

function readText(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}
