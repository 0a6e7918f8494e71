using LabTest.Hdf5;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Files;

/// <summary>The groups /waveforms/… and /arrays/… of data.h5: the values, and for a waveform its axis.</summary>
/// <param name="file">The file.</param>
/// <param name="plot">Is offered each as what a viewer shows first.</param>
/// <param name="tests">The tests that have begun, by the number of their start.</param>
internal sealed class Hdf5Arrays(Hdf5File file, DefaultPlot plot, IReadOnlyDictionary<long, TestStarted> tests)
{
    /// <summary>Stores a waveform.</summary>
    /// <returns>What the journal says of it once it is checkpointed.</returns>
    public ArrayStored Store(MeasurementTaken taken, Waveform waveform)
    {
        var samples = waveform.Samples.Span;
        var group = Begin(taken);
        group.CreateDataset("value", samples).Units(waveform.Unit.Symbol);

        var axis = new double[samples.Length];
        var (start, interval) = (waveform.Start.In(waveform.Interval.Unit), waveform.Interval.Value);
        for (var i = 0; i < axis.Length; i++)
            axis[i] = start + i * interval;
        group.CreateDataset("time", axis).Units(waveform.Interval.Unit.Symbol);
        group.Plot("value", "time");
        group.Attributes.Set("taken_at", new Instant(taken.Time).ToString());
        plot.Offer("waveforms", taken.Dataset!);
        return new ArrayStored(
            taken.Name, taken.Test, taken.Dataset!, 0, samples.Length, waveform.Unit.Symbol, start, interval, waveform.Interval.Unit.Symbol, taken.Source) { Sum = ArrayStored.SumOf(samples) };
    }

    /// <summary>Stores numbers of one unit.</summary>
    /// <returns>What the journal says of them once they are checkpointed.</returns>
    public ArrayStored Store(MeasurementTaken taken, ArrayValue array)
    {
        var group = Begin(taken);
        group.CreateDataset("value", array.Values.Span).Units(array.Unit.Symbol);
        group.Plot("value");
        plot.Offer("arrays", taken.Dataset!);
        return new ArrayStored(taken.Name, taken.Test, taken.Dataset!, 0, array.Values.Length, array.Unit.Symbol, null, null, null, taken.Source) { Sum = ArrayStored.SumOf(array.Values.Span) };
    }

    private Hdf5Group Begin(MeasurementTaken taken)
    {
        var group = file.Root.CreateGroup(taken.Dataset!);
        group.Says("name", taken.Name).Says("source", taken.Source)
            .Says("test", taken.Test is { } test ? tests.GetValueOrDefault(test)?.Id : null).Says("conditions", MeasurementRow.InWords(taken.Conditions))
            .Attributes.Set("number", taken.Number);
        return group;
    }
}
