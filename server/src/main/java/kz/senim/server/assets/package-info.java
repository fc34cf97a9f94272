/** The inventory of assets, its classification and marking. */
@NullMarked
package kz.senim.server.assets;

import org.jspecify.annotations.NullMarked;
