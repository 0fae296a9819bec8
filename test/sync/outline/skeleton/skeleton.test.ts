import { describe, expect, it } from 'vitest';
import { skeleton as sample } from '../../../../server/demo/skeleton.ts';
import { planNode, skeletonItem } from '../../../../sync/model/index.ts';
import { matchSkeleton, skeleton } from '../../../../sync/outline/skeleton/index.ts';

const nodesOf = () =>
  skeleton.map(item => ({
    key: item.key,
    text: item.text,
    children: item.keyPoints.map(point => ({ ...point, children: [] })),
  }));
type Node = { readonly text: string; readonly children: readonly Node[] };

describe('the skeleton', () => {
  it('has six items with 22 key points, each with a key of its own', () => {
    const keys = skeleton.flatMap(item => [item.key, ...item.keyPoints.map(({ key }) => key)]);
    expect([skeleton.length, keys.length - skeleton.length]).toEqual([6, 22]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const item of skeleton) {
      expect(skeletonItem.parse(item)).toEqual(item);
      for (const { key } of item.keyPoints) expect(key.startsWith(`${item.key}.`)).toBe(true);
    }
  });

  it('recognises itself', () => {
    const matches = matchSkeleton<Node & { key?: string }>(nodesOf());
    expect(matches).toHaveLength(28);
    expect(matches.map(({ key }) => key)).toEqual(matches.map(({ node }) => node.key));
  });

  it('recognises what an agency words otherwise and in another order', () => {
    const plan: readonly Node[] = [
      {
        text: '落實便民服務，縮短辦理時間',
        children: [
          { text: '擴大線上申辦項目，並提供跨平台查詢', children: [] },
          { text: '推動單一窗口，減少民眾檢附謄本', children: [] },
        ],
      },
      { text: '關懷多元對象', children: [{ text: '對弱勢及特殊需求者提供到府服務', children: [] }] },
      { text: '敬老活動及節慶表演', children: [{ text: '邀請耆老參加', children: [] }] },
    ];
    const keyOf = new Map(matchSkeleton(plan).map(({ node, key }) => [node.text, key]));
    expect(Object.fromEntries(keyOf)).toEqual({
      落實便民服務: undefined,
      '落實便民服務，縮短辦理時間': 'convenience',
      關懷多元對象: 'inclusion',
      '擴大線上申辦項目，並提供跨平台查詢': 'convenience.online',
      '推動單一窗口，減少民眾檢附謄本': 'convenience.oneStop',
      對弱勢及特殊需求者提供到府服務: 'inclusion.needs',
    });
  });

  it('knows by its place what a plan of the same shape says in words of its own', () => {
    const plan = sample.map(item => ({
      text: item.text,
      children: item.keyPoints.map(({ text }) => ({ text, children: [] as readonly Node[] })),
    }));
    const wanted = skeleton.flatMap(item => [item.key, ...item.keyPoints.map(({ key }) => key)]);
    const keyOf = new Map<Node, string>(matchSkeleton<Node>(plan).map(({ node, key }) => [node, key]));
    expect(plan.flatMap(item => [item, ...item.children]).map(node => keyOf.get(node))).toEqual(wanted);
  });

  it('stays out of a plan that has nothing in common with it', () => {
    const node = planNode.parse({
      label: '一',
      text: '道路鋪設',
      units: [],
      checkMonths: [],
      cadence: [],
      remarks: '',
      children: [],
    });
    expect(matchSkeleton([node])).toEqual([]);
  });
});
