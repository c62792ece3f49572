import { useEffect, useRef } from 'react';

/** Files dropped anywhere on the page. Without this the browser would leave the page and show the file. */
export function useDroppedFiles(onFiles: (files: File[]) => void, isHeard: boolean): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const allow = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (isHeard && files.length > 0) latest.current(files);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [isHeard]);
}
