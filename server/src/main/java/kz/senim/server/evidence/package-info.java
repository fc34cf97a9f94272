/** What proves that requirements are met: files with versions and an end, and what they serve. */
@NullMarked
package kz.senim.server.evidence;

import org.jspecify.annotations.NullMarked;
