const longest = 1_600;

/** A picture small enough to send and large enough to read, as a JPEG; throws when the browser sees no picture in it. */
export async function readablePicture(file: Blob, mostBytes: number): Promise<Blob> {
  const picture = await createImageBitmap(file);
  try {
    for (const shrink of [1, 0.75, 0.5, 0.35]) {
      const blob = await drawn(picture, Math.min(1, longest / Math.max(picture.width, picture.height)) * shrink);
      if (blob.size <= mostBytes) return blob;
    }
    throw new Error("it stays too large");
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, scale: number): Promise<Blob> {
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws nothing");
  // What was see-through would become black.
  context.fillStyle = "white";
  context.fillRect(0, 0, width!, height!);
  context.drawImage(picture, 0, 0, width!, height!);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("nothing was drawn"))), "image/jpeg", 0.75),
  );
}
