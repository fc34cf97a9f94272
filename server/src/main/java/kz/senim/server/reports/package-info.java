/** Reports of an object for paper, spreadsheets and other programs, and what changed for it. */
@NullMarked
package kz.senim.server.reports;

import org.jspecify.annotations.NullMarked;
