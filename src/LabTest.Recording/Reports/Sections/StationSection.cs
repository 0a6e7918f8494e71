using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>The station: conditions on the bench, the DUT as it is described, instruments with identity and calibration, settings.</summary>
internal static class StationSection
{
    public static void Write(HtmlWriter page, RunSummary summary)
    {
        if (summary.Station is not { } station)
            return;
        page.Write($"""<section class="station" aria-labelledby="station"><h2 id="station">Station {station.Name}</h2>""");
        Facts.Write(page,
        [
            .. station.Conditions.Select(c => (Capital(c.Key), (string?)c.Value)),
            .. station.Dut.Select(d => ($"DUT {d.Key}", (string?)d.Value)),
            .. (summary.Started?.Arguments ?? new Dictionary<string, string>()).Select(a => ($"Argument {a.Key}", (string?)a.Value)),
            ("Decision rule", Rule(station.Decision)),
            ("Clock", station.Clock),
            ("Seed of simulated noise", summary.IsSimulated ? station.Seed.ToString() : null),
            ("File", station.File),
            ("SHA-256", station.Hash),
        ]);
        WriteInstruments(page, station, SafetyNote.Of(summary));
        WriteSettings(page, summary.Settings);
        page.Write($"</section>\n");
    }

    private static void WriteInstruments(HtmlWriter page, StationOpened station, IReadOnlyList<SafetyNote> safety)
    {
        page.Write($"""<h3>Instruments</h3><table class="instruments" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Instrument</th><th role="columnheader" scope="col">Serial, firmware</th><th role="columnheader" scope="col">Address</th><th role="columnheader" scope="col">Calibration</th><th role="columnheader" scope="col">At the end</th></tr></thead><tbody role="rowgroup">""");
        foreach (var instrument in station.Instruments)
        {
            page.Write($"""<tr role="row"><th role="rowheader" scope="row">{instrument.Alias}</th><td role="cell">{instrument.Name}<small>{instrument.Profile}</small></td><td role="cell">{instrument.Serial ?? "–"}<small>{instrument.Firmware}</small></td>""");
            page.Write($"""<td role="cell">{(instrument.IsSimulated ? null : instrument.Address)}{(HtmlWriter w) => WriteMark(w, instrument)}</td><td role="cell">{(HtmlWriter w) => WriteCalibration(w, instrument.Calibration)}</td><td role="cell">{(HtmlWriter w) => WriteSafety(w, [.. safety.Where(s => s.Alias == instrument.Alias)])}</td></tr>""");
            page.Write($"\n");
        }

        page.Write($"</tbody></table>\n");
    }

    private static void WriteMark(HtmlWriter page, InstrumentRecord instrument)
    {
        if (instrument.IsSimulated)
            page.Write($"""<span class="tag">SIMULATED</span>""");
    }

    private static void WriteCalibration(HtmlWriter page, CalibrationRecord? calibration)
    {
        if (calibration is null)
        {
            page.Write($"""<span class="note">none on record</span>""");
            return;
        }

        if (calibration.IsOverdue)
            page.Write($"""<strong class="overdue"><svg class="mark" aria-hidden="true"><use href="#v-marginal"/></svg>Overdue since {$"{calibration.Due:yyyy-MM-dd}"}</strong>""");
        else if (calibration.Due is { } due)
            page.Write($"due {due:yyyy-MM-dd}");
        page.Write($"<small>{calibration.Certificate}{(calibration.Done is { } done ? $" of {done:yyyy-MM-dd}" : "")}</small>");
    }

    private static void WriteSafety(HtmlWriter page, SafetyNote[] notes)
    {
        if (notes.Length == 0)
            page.Write($"""<span class="note">no safe state on record</span>""");
        foreach (var note in notes.DistinctBy(n => n.Sign))
        {
            if (note.IsAlarm)
                page.Write($"""<strong class="overdue unsafe"><svg class="mark" aria-hidden="true"><use href="#v-error"/></svg>safe state: {note.Words}</strong>""");
            else
                page.Write($"safe state: {note.Words}");
        }
    }

    private static void WriteSettings(HtmlWriter page, IReadOnlyDictionary<string, string> settings)
    {
        if (settings.Count == 0)
            return;
        page.Write($"""<details class="rows"><summary>{Phrases.Count(settings.Count, "setting")} read when the station was opened</summary><dl class="settings">""");
        foreach (var (path, value) in settings)
            page.Write($"<div><dt>{path}</dt><dd>{value}</dd></div>\n");
        page.Write($"</dl></details>\n");
    }

    private static string Rule(DecisionRule rule) => rule switch
    {
        DecisionRule.GuardBand => "guard band as wide as the expanded uncertainty (k = 2)",
        DecisionRule.SharedRisk => "simple acceptance, uncertainty known",
        _ => "simple acceptance",
    };

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
