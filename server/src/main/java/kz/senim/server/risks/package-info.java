/** The catalogue of threats and risks and the plan of their treatment. */
@NullMarked
package kz.senim.server.risks;

import org.jspecify.annotations.NullMarked;
