/** Personal tokens, with which programs act for people; they alone open the API. */
@NullMarked
package kz.senim.server.tokens;

import org.jspecify.annotations.NullMarked;
