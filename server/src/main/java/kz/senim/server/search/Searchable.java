package kz.senim.server.search;

import java.util.List;
import kz.senim.core.text.Lang;
import kz.senim.server.web.Viewer;

/** Records that can be searched; modules implement it as a bean. */
public interface Searchable {

  /**
   * What the viewer may see and all the words stand in, the best first.
   *
   * @param most how many of each group at most
   */
  List<Group> find(Viewer viewer, Words words, Lang lang, int most);

  /**
   * Records of one sort.
   *
   * @param title the key of the message that names the sort, such as {@code objects.search.objects}
   */
  record Group(String title, List<Found> found) {}

  /**
   * A record.
   *
   * @param title its name; what was searched for is marked in it
   * @param detail what else a reader wants to see; marked too, may be empty
   * @param link the path of its page
   */
  record Found(String title, String detail, String link) {}
}
