using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Datasets;

/// <summary>Brings selected elements of a dataset to selected places of a box: from a source of a virtual dataset, or to where a reader wants them.</summary>
internal ref struct SelectionTransfer
{
    private const int MostBytes = 64 << 20;

    private readonly DatasetNode _source;
    private readonly Hdf5Hyperslab _from;
    private readonly Hdf5Hyperslab _target;
    private readonly int[] _axes;
    private readonly ReadOnlySpan<long> _start;
    private readonly ReadOnlySpan<long> _count;
    private readonly int _elementSize;
    private readonly IConversion? _conversion;

    public SelectionTransfer(
        DatasetNode source, Hdf5Type type, Hdf5Hyperslab from, Hdf5Hyperslab target, int[] axes, ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        _source = source;
        _from = from;
        _target = target;
        _axes = axes;
        _start = start;
        _count = count;
        _elementSize = type.Size;
        _conversion = Conversions.Between(source.Type, type);
    }

    /// <summary>Transfers the selected elements with these numbers, in pieces along the first dimension of more than one.</summary>
    public readonly void Run(long[] first, long[] number, Span<byte> destination, int depth)
    {
        var (start, count) = SourceBox(first, number);
        if (Hdf5Shape.Product(count) * _source.Type.Size > MostBytes && Array.FindIndex(number, n => n > 1) is >= 0 and var split)
        {
            long[] firstHalf = [.. first], secondHalf = [.. first], firstNumber = [.. number], secondNumber = [.. number];
            firstNumber[split] = number[split] / 2;
            secondHalf[split] += firstNumber[split];
            secondNumber[split] -= firstNumber[split];
            Run(firstHalf, firstNumber, destination, depth);
            Run(secondHalf, secondNumber, destination, depth);
            return;
        }

        ReadLimit.CheckElements(_source, Hdf5Shape.Product(count));
        var elements = new byte[Hdf5Shape.Product(count) * _source.Type.Size];
        _source.Read(start, count, elements, depth);
        if (_conversion is not null)
        {
            var converted = new byte[elements.Length / _source.Type.Size * _elementSize];
            _conversion.Convert(elements, converted, elements.Length / _source.Type.Size);
            elements = converted;
        }

        Scatter(elements, start, count, first, number, destination);
    }

    /// <summary>The smallest box of the source that holds the elements.</summary>
    private readonly (long[] Start, long[] Count) SourceBox(long[] first, long[] number)
    {
        long[] start = new long[_from.Rank], count = new long[_from.Rank];
        for (var i = 0; i < _from.Rank; i++)
        {
            var axis = Array.IndexOf(_axes, i);
            start[i] = _from.At(i, axis < 0 ? 0 : first[axis]);
            count[i] = axis < 0 ? 1 : _from.At(i, first[axis] + number[axis] - 1) - start[i] + 1;
        }

        return (start, count);
    }

    private readonly void Scatter(byte[] elements, long[] boxStart, long[] boxCount, long[] first, long[] number, Span<byte> destination)
    {
        var rank = _target.Rank;
        var index = new long[rank];
        while (true)
        {
            long to = 0, at = 0;
            for (var i = 0; i < rank; i++)
                to = (to * _count[i]) + _target.At(i, first[i] + index[i]) - _start[i];
            for (var i = 0; i < _from.Rank; i++)
            {
                var axis = Array.IndexOf(_axes, i);
                at = (at * boxCount[i]) + (axis < 0 ? 0 : _from.At(i, first[axis] + index[axis]) - boxStart[i]);
            }

            var run = Run(first, number, index);
            elements.AsSpan((int)at * _elementSize, (int)run * _elementSize).CopyTo(destination[(int)(to * _elementSize)..]);
            index[rank - 1] += run;

            var dimension = rank - 1;
            while (index[dimension] >= number[dimension])
            {
                index[dimension] = 0;
                if (--dimension < 0)
                    return;
                index[dimension]++;
            }
        }
    }

    /// <summary>How many elements of the last dimension lie side by side in both.</summary>
    private readonly long Run(long[] first, long[] number, long[] index)
    {
        var last = _target.Rank - 1;
        var left = number[last] - index[last];
        if (_axes[last] != _from.Rank - 1)
            return 1;
        if (!_target.IsBox(last))
            left = Math.Min(left, _target.Block[last] - ((first[last] + index[last]) % _target.Block[last]));
        if (!_from.IsBox(_from.Rank - 1))
            left = Math.Min(left, _from.Block[_from.Rank - 1] - ((first[last] + index[last]) % _from.Block[_from.Rank - 1]));
        return left;
    }
}
