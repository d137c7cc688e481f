import Diagnostics
import Values

extension HTMLDesk {
  /// Who stands under whom, where anybody does.
  func writeTree(into main: inout Markup) {
    guard index.rows.contains(where: { $0.level > 0 }) else { return }
    main.leaf("h2", say(DeskWording.below))
    // One subject may have a row for each of its rubrics: it stands in the tree once, with all its results.
    var order: [String] = []
    var rows: [String: [RoundIndex.Row]] = [:]
    for row in index.rows {
      if rows[row.subject.id] == nil { order.append(row.subject.id) }
      rows[row.subject.id, default: []].append(row)
    }
    var below: [String: [String]] = [:]
    var tops: [String] = []
    for id in order {
      if let parent = rows[id]?.first?.desk?.parent, rows[parent] != nil {
        below[parent, default: []].append(id)
      } else {
        tops.append(id)
      }
    }
    writeBranch(tops, below, rows, depth: 0, into: &main)
  }

  /// Nobody stands deeper; a circle was told before.
  private static let mostLevels = 12

  private func writeBranch(
    _ ids: [String], _ below: [String: [String]], _ rows: [String: [RoundIndex.Row]], depth: Int,
    into page: inout Markup
  ) {
    guard !ids.isEmpty, depth < Self.mostLevels else { return }
    page.element("ul", class: "tree") { list in
      for id in ids {
        list.element("li") { entry in
          for (number, row) in (rows[id] ?? []).enumerated() {
            if number > 0 { entry.text(" · ") }
            let page = Markup.address(of: "\(row.folder)/report.\(language.rawValue).html")
            entry.element("a", [("href", page)]) {
              $0.text(say(number == 0 ? row.subject.title : row.rubric))
            }
            entry.text(" " + (row.verdict.score.map(faces.points) ?? "—") + " ")
            entry.leaf("span", class: "soft", TextIndex.grade(row.verdict, in: language))
          }
          writeBranch(below[id] ?? [], below, rows, depth: depth + 1, into: &entry)
        }
      }
    }
  }

  /// One list of what must be settled before anybody signs; empty where the round is clean.
  func writeSettling(into main: inout Markup) {
    main.element("h2", [("id", "settle")]) { $0.text(say(DeskWording.settle)) }
    let rows = index.rows.filter { $0.desk?.unsettled.isEmpty == false }
    guard !rows.isEmpty else {
      main.leaf("p", class: "soft", say(DeskWording.nothingToSettle))
      return
    }
    main.element("ul", class: "list") { list in
      for row in rows {
        list.element("li") { entry in
          let page = Markup.address(of: "\(row.folder)/report.\(language.rawValue).html")
          entry.element("a", [("href", page)]) { $0.text(say(row.subject.title)) }
          entry.text(language == .zh ? "：" : ": ")
          entry.prose(
            (row.desk?.unsettled ?? []).map { faces.dated(say($0)) }
              .joined(separator: language == .zh ? "；" : "; "))
        }
      }
    }
  }

  func writeWeak(_ groups: [DeskGroup], into main: inout Markup) {
    guard let weak = index.weak, !weak.isEmpty else { return }
    main.leaf("h2", say(DeskWording.weak))
    for group in groups {
      let lines = weak.filter { $0.rubric == group.rubric }
      guard group.members.count > 1, !lines.isEmpty else { continue }
      if groups.count > 1 { main.leaf("h3", say(group.title)) }
      main.element("table", class: "cards plain") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            row.leaf("th", say(ReportsWording.item))
            row.leaf("th", class: "number", say(DeskWording.weakCount))
            row.leaf("th", class: "number", say(DeskWording.weakLost))
          }
        }
        table.element("tbody") { body in
          for line in lines {
            body.element("tr") { row in
              row.leaf("td", say(line.title))
              row.element("td", [("class", "number"), ("data-label", say(DeskWording.weakCount))]) {
                $0.text("\(line.count)")
              }
              row.element("td", [("class", "number"), ("data-label", say(DeskWording.weakLost))]) {
                $0.text(faces.number(line.lost))
              }
            }
          }
        }
      }
    }
  }

  /// Other pages of the round.
  func writeDoors(into main: inout Markup) {
    for face in index.agreement ?? [] { main.leaf("p", say(DeskWording.agreement(face))) }
    main.element("p", class: "orders") { line in
      if index.agreement != nil {
        line.element("a", [("href", "agreement.\(language.rawValue).html")]) {
          $0.text(say(DeskWording.agreementDoor))
        }
      }
      if index.progress != nil {
        line.element("a", [("href", "materials.\(language.rawValue).html")]) {
          $0.text(say(DeskWording.materials))
        }
      }
    }
  }

  /// Pages of those who answer for others; nobody is ranked by them.
  func writeFeedback(into main: inout Markup) {
    guard let rows = index.feedback, !rows.isEmpty else { return }
    main.leaf("h2", say(FeedbackWording.kind))
    main.leaf("p", class: "soft small", say(FeedbackWording.note))
    main.element("table", class: "cards feedback") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          row.leaf("th", say(ReportsWording.subject))
          row.leaf("th", class: "number", say(FeedbackWording.answersFor))
          row.leaf("th", class: "number", say(FeedbackWording.excusedPoints))
          row.leaf("th", class: "number", say(FeedbackWording.lostPoints))
        }
      }
      table.element("tbody") { body in
        for line in rows {
          body.element("tr") { row in
            row.element("td", class: "wide") { cell in
              let page = Markup.address(of: "\(line.page).\(language.rawValue).html")
              cell.element("a", [("href", page)]) { $0.text(say(line.subject.title)) }
            }
            for (heading, text) in [
              (FeedbackWording.answersFor, "\(line.count)"),
              (FeedbackWording.excusedPoints, faces.points(line.excused)),
              (FeedbackWording.lostPoints, faces.points(line.lost)),
            ] {
              row.element("td", [("class", "number"), ("data-label", say(heading))]) {
                $0.text(text)
              }
            }
          }
        }
      }
    }
  }

  func writeNotices(into main: inout Markup) {
    guard !index.notices.isEmpty else { return }
    main.leaf("h2", say(ReportsWording.notices))
    for notice in index.notices {
      main.element("div", class: "notice") { box in
        box.prose(say(notice.headline))
        if let place = notice.place { box.leaf("span", class: "rows", place) }
        if let help = notice.help { box.sentence("span", class: "rows", say(help)) }
      }
    }
  }

  func writeObjections(into main: inout Markup) {
    guard let face = index.objections else { return }
    main.leaf("h2", say(PageWording.objections))
    main.leaf("p", say(PageWording.objections(face, day: face.until.map(faces.day))))
  }

  /// Sorts by the heads of the tables and filters their rows; without it the pages in other orders do.
  static let script = """
    (function(){var d=document,t=[].slice.call(d.querySelectorAll('table.desk'));
    t.forEach(function(b){[].forEach.call(b.tHead.rows[0].cells,function(h,i){
    var k=d.createElement('button');k.type='button';k.textContent=h.textContent;h.textContent='';h.appendChild(k);
    h.setAttribute('aria-sort','none');k.onclick=function(){var up=h.getAttribute('aria-sort')!=='ascending';
    [].forEach.call(b.tHead.rows[0].cells,function(o){o.setAttribute('aria-sort','none')});
    h.setAttribute('aria-sort',up?'ascending':'descending');var y=b.tBodies[0],r=[].slice.call(y.rows);
    r.sort(function(m,n){function v(o){var c=o.cells[i];return c.hasAttribute('data-sort')?c.getAttribute('data-sort'):c.textContent}
    var p=v(m),q=v(n),x=p===''||q===''||isNaN(p)||isNaN(q)?p.localeCompare(q):p-q;return up?x:-x});
    r.forEach(function(o){y.appendChild(o)})}})});
    var f=d.getElementById('filters'),rows=[].slice.call(d.querySelectorAll('table.desk tbody tr')),s=[];
    ['kind','region','holder','action'].forEach(function(n){var o={};rows.forEach(function(r){var v=r.getAttribute('data-'+n);if(v)o[v]=1});
    o=Object.keys(o);if(o.length<2)return;var l=d.createElement('label'),e=d.createElement('select');
    l.textContent=f.getAttribute('data-'+n)||n;[''].concat(o).forEach(function(v){var p=d.createElement('option');p.value=v;
    p.textContent=v||f.getAttribute('data-all');e.appendChild(p)});l.appendChild(e);f.appendChild(l);s.push([n,e]);
    e.onchange=function(){rows.forEach(function(r){r.hidden=s.some(function(x){return x[1].value&&r.getAttribute('data-'+x[0])!==x[1].value})})}});
    if(s.length)f.hidden=false})();
    """
}
