/** What an operator can set: each setting once, with what is right for it. */
@NullMarked
package kz.senim.server.settings;

import org.jspecify.annotations.NullMarked;
