/** Twice the size of the screen, so that it is sharp in print. */
const SCALE = 2;
/** No browser draws more than this across. */
const MOST = 16_000;

/** Saves the picture of a link chart as PNG, from the file of the picture, which has the marking in it. */
export function savePicture(tell: (told: string) => void): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('#chart-png');
    const source = document.querySelector<HTMLAnchorElement>('#chart-svg');
    if (!button || !source) return;
    void drawn(source.href).then(
      (file) => {
        save(file, button.dataset['name'] ?? 'links.png');
        tell('The picture has been saved');
      },
      () => tell('The picture could not be made. Save it as SVG instead.'),
    );
  });
}

async function drawn(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The picture was answered with ${response.status}`);
  const source = URL.createObjectURL(new Blob([await response.text()], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(SCALE, MOST / Math.max(width, height));
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((file) => (file ? resolve(file) : reject(new Error('The picture is too large'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(source);
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
