// Here so that Next does not find the product's, two folders up.
export function register() {}
