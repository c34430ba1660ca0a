/** `03001234567` as people read it: 0300 1234567. */
export const shownPhone = (phone: string): string => phone.replace(/^(03\d\d)(\d{7})$/, "$1 $2");
