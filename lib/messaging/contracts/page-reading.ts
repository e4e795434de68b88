/** The shapes in which a page is read. They belong to the domain; a page's script takes only their types, from here. */
export * from '../../domain/checkout/page-reading.ts';
